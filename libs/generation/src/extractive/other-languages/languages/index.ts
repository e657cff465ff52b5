import type { Language } from '../language';
import { ARABIC } from './arabic';
import { CHINESE } from './chinese';
import { DUTCH } from './dutch';
import { FRENCH } from './french';
import { GERMAN } from './german';
import { HINDI } from './hindi';
import { ITALIAN } from './italian';
import { JAPANESE } from './japanese';
import { POLISH } from './polish';
import { PORTUGUESE } from './portuguese';
import { RUSSIAN } from './russian';
import { SPANISH } from './spanish';
import { TURKISH } from './turkish';
import { UKRAINIAN } from './ukrainian';

export const LANGUAGES: readonly Language[] = [
  ARABIC,
  CHINESE,
  DUTCH,
  FRENCH,
  GERMAN,
  HINDI,
  ITALIAN,
  JAPANESE,
  POLISH,
  PORTUGUESE,
  RUSSIAN,
  SPANISH,
  TURKISH,
  UKRAINIAN,
];
