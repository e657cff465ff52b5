import { LANGUAGES } from './languages';
import { mainClauseOf, sayingOf } from './sayings';

const said = (code: string, text: string) =>
  sayingOf(
    text,
    LANGUAGES.find((language) => language.code === code)!,
  );

describe('what a sentence says by itself', () => {
  it.each([
    ['es', 'Sin embargo, Francia perdió Canadá en 1763.', 'Francia perdió Canadá en 1763.'],
    ['es', 'Francia, sin embargo, perdió Canadá en 1763.', 'Francia perdió Canadá en 1763.'],
    ['es', 'También en Francia se conoce el vapor.', 'En Francia se conoce el vapor.'],
    ['de', 'Auch Avicenna beschrieb 700 Arzneimittel.', 'Avicenna beschrieb 700 Arzneimittel.'],
    ['de', 'Bei Fischen wurde jedoch ein Molekül entdeckt.', 'Bei Fischen wurde ein Molekül entdeckt.'],
    ['fr', 'Par exemple, Lyon compte 500 000 habitants.', 'Lyon compte 500 000 habitants.'],
    ['ru', 'Однако вода замерзает при нуле градусов.', 'Вода замерзает при нуле градусов.'],
    ['hi', 'हालांकि, फ्रांस ने 1763 में कनाडा खो दिया।', 'फ्रांस ने 1763 में कनाडा खो दिया।'],
  ])('leaves out in %s what ties it to the one before: %s', (code, text, alone) => expect(said(code, text)).toBe(alone));

  it.each([
    ['de', 'Auch wenn die Temperatur steigt, bleibt der Druck gleich.'],
    ['de', 'Frankreich besetzte Algerien, begann jedoch erst 1850 mit dem Bau.'],
    ['hi', 'हालांकि फ्रांस जीता, लेकिन कनाडा खो गया।'],
  ])('keeps in %s what ties its own parts together: %s', (code, text) => expect(said(code, text)).toBe(text));

  it('ends at the semicolon that parts it from another sentence', () =>
    expect(said('es', 'El Amazonas absorbe carbono; en 2005 lo liberó.')).toBe('El Amazonas absorbe carbono.'));

  it('keeps a list of many parts whole', () => {
    const list = 'Ganaron premios: Ana en Lima; Luis en Quito; Eva en Cuzco.';
    expect(said('es', list)).toBe(list);
  });

  it('writes German quotation marks as pairs that every rule knows', () =>
    expect(said('de', 'Viele nannten den Fluss „Vater Rhein“.')).toBe('Viele nannten den Fluss “Vater Rhein”.'));

  it('leaves out what an editor noted', () =>
    expect(said('es', 'Huyeron de Francia en 1685 [cita necesaria].')).toBe('Huyeron de Francia en 1685.'));

  it.each([
    ['de', 'Koch fand 1882 den Erreger, was später bestritten wurde.', 'Koch fand 1882 den Erreger.'],
    ['es', 'Francia perdió Canadá en 1763, lo que cambió la guerra.', 'Francia perdió Canadá en 1763.'],
    ['hi', 'फ्रांस ने 1763 में कनाडा खो दिया, जिससे युद्ध बदल गया।', 'फ्रांस ने 1763 में कनाडा खो दिया।'],
    ['de', 'Als Koch 1882 nach Berlin kam, weil er musste, war er jung.', undefined],
  ])('has in %s a main clause by itself: %s', (code, text, clause) =>
    expect(
      mainClauseOf(
        text,
        LANGUAGES.find((language) => language.code === code)!,
      ),
    ).toBe(clause),
  );

  it('makes no sentence of a fragment in small letters', () =>
    expect(said('de', 'einführte und Heilmittel beschrieb.')).toBe('einführte und Heilmittel beschrieb.'));
});
