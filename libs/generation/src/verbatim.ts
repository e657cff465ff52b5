/** A formula in TeX between dollar signs, which as in Pandoc stand at its first and last letter: two prices are no formula. */
export const FORMULA = /\$(?=[^\s$])[^$`]*[^\s$`\\]\$(?!\d)/gu;

/** Code between backticks. */
export const CODE = /`[^`]+`/gu;
