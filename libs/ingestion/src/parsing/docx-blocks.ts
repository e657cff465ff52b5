/** A node of mammoth's document tree, as far as text is concerned. */
export interface DocxNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly DocxNode[];
  readonly styleName?: string | null;
  readonly numbering?: object | null;
  readonly breakType?: string;
  readonly noteType?: string;
  readonly noteId?: string;
}

export interface DocxDocument extends DocxNode {
  readonly notes: { resolve(reference: DocxNode): { body: readonly DocxNode[] } | null };
}

/** A paragraph or a table row, and what parts it from the next. */
export interface DocxBlock {
  readonly text: string;
  readonly heading: boolean;
  /** Items of a list and rows of a table stand together, a line each. */
  readonly joinsNext: boolean;
}

/** A note's own notes are not followed: they may lead back to it. */
const NO_NOTES: DocxDocument['notes'] = { resolve: () => null };

/** The blocks of a Word document in order. A footnote or endnote follows the paragraph that refers to it. */
export function* docxBlocks(document: DocxDocument): Generator<DocxBlock> {
  yield* blocksOf(document.children ?? [], document.notes);
}

function* blocksOf(nodes: readonly DocxNode[], notes: DocxDocument['notes']): Generator<DocxBlock> {
  for (const [n, node] of nodes.entries()) {
    if (node.type === 'paragraph') {
      yield* paragraph(node, isItem(node) && isItem(nodes[n + 1]), notes);
    } else if (node.type === 'tableRow') {
      yield* row(node, nodes[n + 1]?.type === 'tableRow', notes);
    } else {
      yield* blocksOf(node.children ?? [], notes);
    }
  }
}

function* paragraph(node: DocxNode, joinsNext: boolean, notes: DocxDocument['notes']): Generator<DocxBlock> {
  const text = textOf(node).trim();
  const references = [...descendants(node, 'noteReference')];
  if (text) yield { text, heading: /^(heading [1-9]|title)$/i.test(node.styleName ?? ''), joinsNext: joinsNext && references.length === 0 };
  for (const reference of references) yield* blocksOf(notes.resolve(reference)?.body ?? [], NO_NOTES);
}

/** A row of plain cells is a line of them; cells with paragraphs of their own are read one after the other. */
function* row(node: DocxNode, joinsNext: boolean, notes: DocxDocument['notes']): Generator<DocxBlock> {
  const cells = (node.children ?? []).map((cell) => [...blocksOf(cell.children ?? [], notes)]);
  if (cells.some((blocks) => blocks.length > 1)) {
    yield* cells.flat();
    return;
  }
  const text = cells
    .map(([block]) => block?.text.replaceAll('\n', ' ') ?? '')
    .join('\t')
    .trim();
  if (text) yield { text, heading: false, joinsNext };
}

function isItem(node: DocxNode | undefined): boolean {
  return node?.type === 'paragraph' && node.numbering != null && !/^heading/i.test(node.styleName ?? '');
}

function textOf(node: DocxNode): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  return (node.children ?? []).map(textOf).join('');
}

function* descendants(node: DocxNode, type: string): Generator<DocxNode> {
  if (node.type === type) yield node;
  for (const child of node.children ?? []) yield* descendants(child, type);
}
