/**
 * A formula in TeX between dollar signs, which as in Pandoc stand at its first and last letter: two prices are no formula. Nor is
 * what holds a link: a reader without TeX would follow it.
 */
export const FORMULA = /\$(?=[^\s$])(?:(?!\]\(|:\/\/|www\.)[^$`])*[^\s$`\\]\$(?!\d)/giu;

/** Code between backticks. */
export const CODE = /`[^`]+`/gu;
