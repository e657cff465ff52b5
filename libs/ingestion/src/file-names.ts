/** Characters that a name is shown with at most. */
const MAX_LENGTH = 200;

/** Control characters, and the marks that turn the direction of what follows: `a<RLO>txt.exe` must not look like `aexe.txt`. */
// oxlint-disable-next-line no-control-regex -- that is what it is for
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * A client's file name as it is kept for show and for the `filename` filter: the last part of a path, without what cannot be seen, cut to length with its
 * extension kept. Files are stored under ids, never under names.
 */
export function displayName(given: string | undefined): string {
  const last = (given ?? '').toWellFormed().split(/[/\\]/).at(-1)!;
  const name = [...last.replace(UNSEEN, '').trim()];
  if (name.length === 0 || /^\.+$/.test(name.join(''))) return 'document';
  if (name.length <= MAX_LENGTH) return name.join('');
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(name.join(''))?.[0] ?? '';
  return name.slice(0, MAX_LENGTH - extension.length).join('') + extension;
}
