import { seededRandom } from '@lectern/platform';
import { toUnit } from '../../libs/embedding/src/unit-vector';

/** Half of running English; what is left of a text without them is what searches work with. */
const FUNCTION_WORDS =
  'the of and to a in is it that was for on are with as his they be at one have this from or had by but some what there we out other were all your when up use how said an each she which do their if will way about many then them would like so these her him has more'.split(
    ' ',
  );
const VOCABULARY = 50_000;
const ONSETS = 'b br c ch cl d dr f fl g gr h j l m n p pl pr qu r s sh st t th tr v w'.split(' ');
const VOWELS = 'a e i o u ea ou io'.split(' ');
const CODAS = ['', '', 'n', 'r', 's', 't', 'l', 'nd', 'st', 'm'];
const TOPICS = 256;

/**
 * Text whose words follow Zipf's law, half of them function words, made of syllables, so that stems, pairs and 4-grams are
 * shared about as often as in prose; and unit vectors that gather around topics, as those of a model do. The same seed gives
 * the same.
 */
export class Texts {
  private readonly random: () => number;
  private readonly words: readonly string[];
  private readonly topics: readonly Float32Array[];

  constructor(
    seed: number,
    private readonly dimension: number,
  ) {
    this.random = seededRandom(seed);
    this.words = Array.from({ length: VOCABULARY }, () => this.word());
    this.topics = Array.from({ length: TOPICS }, () => this.noise());
  }

  /** `length` UTF-16 units or a few more. */
  text(length: number): string {
    let text = '';
    while (text.length < length) text += `${this.random() < 0.5 ? pick(FUNCTION_WORDS, this.random() ** 2) : this.contentWord()} `;
    return text.trimEnd();
  }

  /** A question about a text: some of its content words, in its order. */
  question(text: string, words: number): string {
    const content = text.split(' ').filter((word) => !FUNCTION_WORDS.includes(word));
    const from = Math.floor(this.random() * Math.max(1, content.length - words));
    return `What is the ${content.slice(from, from + words).join(' of ')}?`;
  }

  vector(): Float32Array {
    const topic = pick(this.topics, this.random());
    const noise = this.noise();
    return toUnit(noise.map((value, i) => 0.8 * value + 0.6 * topic[i]!));
  }

  private noise(): Float32Array {
    // the sum of three even numbers is near enough to a bell
    return toUnit(Float32Array.from({ length: this.dimension }, () => this.random() + this.random() + this.random() - 1.5));
  }

  /** Rank r with a probability of about 1 / r. */
  private contentWord(): string {
    return this.words[Math.floor(VOCABULARY ** this.random()) - 1]!;
  }

  private word(): string {
    const syllables = 1 + Math.floor(this.random() * 3);
    return Array.from({ length: syllables }, () => [ONSETS, VOWELS, CODAS].map((parts) => pick(parts, this.random())).join('')).join('');
  }
}

function pick<T>(from: readonly T[], share: number): T {
  return from[Math.floor(share * from.length)]!;
}
