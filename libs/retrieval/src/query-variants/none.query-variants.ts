import { QueryVariants } from './query-variants';

export class NoQueryVariants extends QueryVariants {
  async of(): Promise<string[]> {
    return [];
  }
}
