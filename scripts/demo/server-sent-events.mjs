/** The data of each event of a stream, parsed as JSON (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export async function* serverSentEvents(body) {
  let pending = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (pending + text).split(/\r?\n\r?\n/);
    pending = blocks.pop();
    for (const block of blocks) {
      const data = block
        .split(/\r?\n/)
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice('data:'.length).trimStart());
      if (data.length > 0) yield JSON.parse(data.join('\n'));
    }
  }
}
