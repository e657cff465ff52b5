/** Of one answer: two hundred times what five questions take. A service that sends more sends no answer. */
export const MOST_ANSWER_BYTES = 2 ** 21;
