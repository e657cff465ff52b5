/** Elements that only wrap text and that mammoth would drop with it: simple fields, base text of ruby, directions. */
const WRAPPERS = /<(\/?)w:(?:fldSimple|ruby|rubyBase|dir|bdo)\b/g;
/** Pictures: mammoth fails where one refers to nothing, and none is wanted. */
const PICTURES = /<(\/?)(?:a:blip|v:imagedata)\b/g;

/**
 * A part in the markup that mammoth reads without loss: text in wrappers it knows (a smart tag is read through), no pictures,
 * and no comments and CDATA sections, which it takes for more than the one text that an element may hold.
 */
export function forMammoth(xml: string): string {
  return xml
    .replace(/<!\[CDATA\[(.*?)\]\]>|<!--.*?-->/gs, (_whole, text: string | undefined) => escapeXml(text ?? ''))
    .replace(WRAPPERS, '<$1w:smartTag')
    .replace(PICTURES, '<$1a:picture');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
