export { AppConfig, ConfigError, parseConfig } from './config/config';
export { AppError, toAppError } from './errors/app-error';
export { ERRORS, type ErrorCode } from './errors/error-codes';
export { ANONYMOUS_TENANT, type DocumentId, type TenantId } from './ids';
export { overlap, type Span } from './span';
