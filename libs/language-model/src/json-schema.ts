/** As much of JSON Schema (2020-12) as every provider takes. */
export type JsonSchema =
  | {
      readonly type: 'object';
      readonly properties: Readonly<Record<string, JsonSchema>>;
      readonly required: readonly string[];
    }
  | { readonly type: 'array'; readonly items: JsonSchema; readonly description?: string }
  | { readonly type: 'string'; readonly enum?: readonly string[]; readonly description?: string }
  | { readonly type: 'integer'; readonly description?: string };
