import { failedCheck } from '../../checks/checks';
import { passagesOf, proposed } from '../../question-model.contract';
import { ExtractiveQuestionModel } from '../extractive.question-model';

const COUNTS = { short_answer: 3, cloze: 3, true_false: 7, multiple_choice: 7 };
const model = new ExtractiveQuestionModel();

async function ask(texts: readonly string[], seed = 1) {
  const evidence = passagesOf([...texts]);
  const candidates = await proposed(model, { counts: COUNTS, seed }, evidence);
  return candidates.filter((candidate) => failedCheck(candidate, evidence) === undefined);
}

/** With many seeds: of answers that would give each other away each set has one. */
const askOften = async (texts: readonly string[]) => (await Promise.all(Array.from({ length: 12 }, (_, seed) => ask(texts, seed)))).flat();

const GERMAN = [
  'Robert Koch beschrieb 1882 in Berlin den Erreger der Tuberkulose. Louis Pasteur entwickelte 1885 in Paris den Impfstoff gegen die Tollwut. Gregor Mendel veröffentlichte 1866 in Brünn seine Versuche mit Erbsen.',
  'Robert Hooke beschrieb 1665 als Erster Zellen. Die Zellmembran trennt das Innere der Zelle von ihrer Umgebung. Die Zellatmung liefert der Zelle die Energie. Die Prophase leitet die Teilung ein. Die Chromosomen tragen die Erbanlagen der Zelle.',
  'In der Metaphase liegen die Chromosomen in der Mitte der Zelle. Die Lichtreaktion findet in den Thylakoiden statt. Die Zellmembran umgibt bei Tieren die ganze Zelle. Die Lichtreaktion spaltet Wasser.',
];

describe('questions on documents in other languages', () => {
  it('set people against people, and what is one against what is one', async () => {
    const choices = (await ask(GERMAN)).filter(({ type }) => type === 'multiple_choice');
    const people = choices.filter(({ answer }) => /^(?:Robert|Louis|Gregor) /.test(answer));
    expect(people.length).toBeGreaterThan(0);
    for (const { options } of people) expect(options!.every((option) => /^(?:Robert|Louis|Gregor) /.test(option))).toBe(true);
    for (const { answer, options } of choices.filter(({ options }) => options!.includes('Chromosomen')))
      expect([answer, options]).toEqual(['Chromosomen', expect.anything()]);
  });

  it('never hold the answer of another question on their sentence', async () => {
    const sets = await Promise.all([1, 2, 3, 4].map((seed) => ask(GERMAN, seed)));
    const told = sets.flatMap((set) =>
      set.flatMap(({ type, answer, quote }) =>
        set.filter(
          (other) =>
            type !== 'true_false' && other.type !== 'true_false' && other.quote.start === quote.start && other.stem.includes(answer),
        ),
      ),
    );
    expect(told).toEqual([]);
  });

  it('tell as many false statements as true ones, over many', async () => {
    const statements = (await Promise.all(Array.from({ length: 12 }, (_, seed) => ask(GERMAN, seed)))).flat().filter(({ type }) => type === 'true_false'); // prettier-ignore
    // a sentence is told truly once, and falsely once for each fact that it holds
    const told = (answer: string, seed: number) => new Set(statements.filter((one) => one.answer === answer).map(({ quote }) => `${seed}:${quote.start}`)).size; // prettier-ignore
    expect(told('false', 0)).toBeGreaterThan(0);
    expect(told('true', 0)).toBeGreaterThan(0);
  });

  it('leave out half of no name and no figure', async () => {
    const found = await ask(["L'Unità d'Italia fu proclamata nel 1861 a Torino. Camillo Benso conte di Cavour morì nel giugno 1861. La flotta contava oltre 3.300 navi nel 1450."]); // prettier-ignore
    expect(found.length).toBeGreaterThan(0);
    for (const { stem } of found) expect(stem).not.toMatch(/d'_____|di _____|_____\.300|3\._____/);
  });

  it('set no country beside a city that lies in it', async () => {
    const found = await askOften([
      'Johannes Vermeer werkte in Delft aan zijn schilderijen. Rembrandt van Rijn werd in 1606 geboren in Leiden. De Maas stroomt in Nederland naar zee. De haven in Rotterdam werd in 1872 geopend. De beurs in Amsterdam werd in 1602 geopend.',
    ]);
    const places = found.filter(({ type, answer }) => type === 'multiple_choice' && /^(?:Delft|Leiden|Rotterdam|Amsterdam)$/.test(answer));
    expect(places.length).toBeGreaterThan(0);
    for (const { options } of places) expect(options).not.toContain('Nederland');
  });

  it('keep the years of a range in their order', async () => {
    const found = await ask(['Von 1991 bis 2000 befand sich in Warschau eine Börse in einem Gebäude der Partei.']);
    for (const { answer, options } of found.filter(({ options }) => options?.includes('2000') || options?.includes('1991')))
      for (const option of options!) expect(answer === '2000' ? Number(option) > 1991 : Number(option) < 2000).toBe(true);
  });

  it('ask about a document of an unknown language only for its figures', async () => {
    const found = await ask(['Staden Uppsala ligger vid floden och har omkring 177000 invånare i dag. Universitetet i Uppsala grundades redan 1477 av Jakob Ulvsson.']); // prettier-ignore
    for (const { answer, type } of found) expect(type === 'true_false' || /^\d/.test(answer)).toBe(true);
  });

  it('reads each document in its own language', async () => {
    const [first, second] = passagesOf(['Михаил Ломоносов основал Московский университет в 1755 году.', 'Robert Koch beschrieb 1882 in Berlin den Erreger der Tuberkulose.']); // prettier-ignore
    const evidence = [
      first!,
      { ...second!, documentId: 'another' as typeof second extends undefined ? never : (typeof first & object)['documentId'] },
    ];
    const found = (await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => proposed(model, { counts: COUNTS, seed }, evidence)))).flat();
    expect(found.map(({ stem }) => stem)).toEqual(
      expect.arrayContaining([
        'В каком году Михаил Ломоносов основал Московский университет?',
        'Wer beschrieb 1882 in Berlin den Erreger der Tuberkulose?',
      ]),
    );
  });

  it('asks of no term whose kind stands beside its blank', async () => {
    const found = await askOften(['活火山とは、過去およそ1万年以内に噴火した火山である。酵素は化学反応を促進するタンパク質である。']);
    expect(found.map(({ answer }) => answer)).toContain('酵素');
    expect(found.filter(({ stem }) => stem.startsWith('_____')).map(({ answer }) => answer)).not.toContain('活火山');
  });

  it('asks about short sentences of scripts in which a figure is as long as the sentence', async () => {
    const found = await ask(['五四运动发生在1919年。鲁迅于1918年发表《狂人日记》。黄河是中国第二长河，全长约5464公里。']);
    expect(found.map(({ answer }) => answer)).toEqual(expect.arrayContaining(['1919', '1918', '5464']));
  });

  it('takes somebody who is named by a part of his name for a person', async () => {
    const found = await askOften([
      'Michelangelo Buonarroti scolpì il David a Firenze. Papa Giulio II affidò a Michelangelo la volta della Cappella Sistina. Galileo Galilei insegnò a Padova. Raffaello Sanzio morì a Roma nel 1520. Amerigo Vespucci nacque a Firenze nel 1454. Il ducato fu governato a Milano dal 1450 da Francesco Sforza.',
    ]);
    const places = found.filter(({ options, answer }) => options && /^(?:Roma|Milano|Padova|Firenze)$/.test(answer));
    expect(places.length).toBeGreaterThan(0);
    for (const { options } of places) expect(options).not.toContain('Michelangelo');
  });

  it('asks for the size of no thing that is told of elsewhere', async () => {
    expect(await ask(['La statua è alta 517 centimetri. La cupola è larga 45 metri.'])).toEqual([]);
  });

  it('changes no word by the way to make a statement false', async () => {
    const found = await ask([...GERMAN, 'Robert Hooke beschrieb vielleicht schon 1665 die Zellmembran der Pflanzen.']);
    const told = found.filter(({ explanation, answer }) => answer === 'false' && explanation.includes('vielleicht'));
    expect(told.filter(({ explanation }) => explanation.includes('→ Zellmembran'))).toEqual([]);
  });

  it('asks nothing of an English abstract in another document', async () => {
    const found = await ask(['Der Tod ist nach Freud das Ende. Die Trauerarbeit ist die allmähliche Überwindung der Trauer, die einem Verlust folgt. Rawls has examined the different formulations and he has counted 13 of them in his work.']); // prettier-ignore
    expect(found.filter(({ stem }) => stem.includes('Rawls'))).toEqual([]);
  });

  it.each([
    'Das Video wurde 2009 von der NASA bearbeitet und veröffentlicht.',
    'El ojo cruzó San Agustín en 1964 con vientos de la costa.',
  ])('asks nothing of a story about one thing that nothing tells of: %s', async (text) => expect(await ask([text])).toEqual([]));

  it('sets rivers against rivers alone', async () => {
    const found = await ask(['Jean Ribault dibujó el río Bravo en 1562. El huracán Floyd llegó a la costa en Jacksonville en 1999. Pedro Menéndez vivió en Florida desde 1565. René Laudonnière vivió en Cartagena y en Barcelona desde 1564.']); // prettier-ignore
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ answer, options }) => answer === 'Bravo' && options)).toEqual([]);
  });

  it('sets no name of a cast list in a blank', async () => {
    const found = await ask(['Las compañeras fueron Rose Tyler (Billie Piper), Martha Jones (Freema Agyeman) y Donna Noble (Catherine Tate) desde 2005 en la serie.']); // prettier-ignore
    expect(found.map(({ answer }) => answer).filter((answer) => / /.test(answer))).toEqual([]);
  });

  it('lets other work run while it reads a book', async () => {
    const book = Array.from({ length: 1500 }, (_, i) => `Der Forscher Karl Maier${i} entdeckte ${1500 + (i % 400)} in Berlin die Insel Ambon${i} und beschrieb ihre Pflanzen.`); // prettier-ignore
    let turns = 0;
    const ticking = setInterval(() => turns++, 1);
    await proposed(model, { counts: COUNTS, seed: 1 }, passagesOf(book));
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(5);
  });

  it('makes a statement without names and figures false by one opposite', async () => {
    const texts = ['Das Immunsystem schützt den Körper. Ein Stoff bindet im Immunsystem starke Gifte der Bakterien und Viren. Das Immunsystem ist bei Säuglingen oft schwach entwickelt und reift erst mit den Jahren.']; // prettier-ignore
    const found = (await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => ask(texts, seed)))).flat();
    const told = found.filter(({ answer, stem }) => answer === 'false' && stem.includes('schwache Gifte'));
    expect(told.length).toBeGreaterThan(0);
    expect(told[0]!.explanation).toMatch(/^schwache → starke: /);
  });

  it('takes countries near by where the text names too few', async () => {
    const found = await askOften(['La comuna es la unidad básica de división territorial en Polonia y tiene su propio consejo.']);
    const choices = found.filter(({ answer, options }) => answer === 'Polonia' && options);
    expect(choices.length).toBeGreaterThan(0);
    for (const { options } of choices) expect(options).not.toContain('Brasil');
  });

  it('sets a continent against continents', async () => {
    const found = await askOften(['En Europa la batalla de Praga no recibe en los libros de historia un nombre distinto.']);
    const choices = found.filter(({ answer, options }) => answer === 'Europa' && options);
    expect(choices.length).toBeGreaterThan(0);
    for (const { options } of choices) expect(options).toEqual(expect.arrayContaining(['Asia']));
  });

  it('sets abbreviations against their like', async () => {
    const found = await askOften(['A principios de los años 70, ABC completó su transición al color.', 'Las cadenas CBS y NBC perdieron en 1975 muchos telespectadores, y UPT compró en 1953 la emisora.']); // prettier-ignore
    const choices = found.filter(({ answer, options }) => answer === 'ABC' && options);
    expect(choices.length).toBeGreaterThan(0);
    for (const { options } of choices) expect(options!.toSorted()).toEqual(['ABC', 'CBS', 'NBC', 'UPT']);
  });
});
