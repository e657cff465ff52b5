declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Whose library it is. Comes from a verified token and from nowhere else. */
export type TenantId = Branded<'TenantId'>;

/** One upload of one tenant (UUIDv7, so ids sort by time of upload). */
export type DocumentId = Branded<'DocumentId'>;

/** The tenant of requests without a token, where those are allowed. */
export const ANONYMOUS_TENANT = 'anonymous' as TenantId;
