export { AppConfig, ConfigError, parseConfig } from './config/config';
export { Database, type Transaction } from './database/database';
export { migrate } from './database/migrate';
export { AppError, toAppError } from './errors/app-error';
export { ERRORS, type ErrorCode } from './errors/error-codes';
export { ANONYMOUS_TENANT, type DocumentId, type TenantId } from './ids';
export { overlap, type Span } from './span';
export { Budget } from './resilience/budget';
