/** Nouns that are the answer to nothing by themselves. */
const LIGHT = new Set(
  'number part way kind type thing year time people example case term use group lot amount form set order level area place side end result fact point member name world day man woman person work line period state idea purpose reason range rate size value variety change role effect process system method approach problem question issue interest need view sense addition total majority rest one half pair series piece sort step section feature aspect factor basis position practice career life month week century decade second minute hour percent cent mile kilometer metre meter foot inch early late several many few own main new old first last other such same different various certain important major large small great good high low long short recent common general possible similar particular cause others individual capita item source component property consequence outcome difference difficulty attempt effort ability opportunity importance presence tendency existence lack notion concept manner degree extent more most less least remaining following current present next previous single only given specific available location corresponding respective appropriate entire overall actual detailed'.split(
    ' ',
  ),
);

/** Whether a noun says next to nothing by itself: a value, a part, a number. */
export const isLight = (lemma: string) => LIGHT.has(lemma);
