const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** The Markdown of an answer without its marks, its lines as they are. */
export function plainText(markdown) {
  return markdown
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*#{1,6}\s+/, '')
        .replace(/(?<!\\)\*\*/g, '')
        .replace(/(?<![\\\w])[*_](?=\S)([^*_]+)(?<=\S)[*_](?!\w)/g, '$1')
        .replace(/\\([^A-Za-z0-9\s])/g, '$1')
        .replace(/&(lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity])
        .trimEnd(),
    )
    .join('\n');
}
