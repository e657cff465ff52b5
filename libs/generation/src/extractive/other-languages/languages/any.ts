import { BARE, type Language } from '../language';

/** Any language that there are no rules for: figures alone are asked for, where there is nothing better. */
export const ANY: Language = { ...BARE, code: 'und', yearBefore: /(?:^|\s|\()$/u };
