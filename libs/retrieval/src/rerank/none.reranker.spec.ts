import { NoReranker } from './none.reranker';
import { describeReranker } from './reranker.contract';

describeReranker('none', async () => new NoReranker());
