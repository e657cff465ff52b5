import { DecoratorHandler, type Dispatcher } from 'undici';

/** The header that `Retry-After` comes as. */
export const RETRY_AFTER = 'x-retry-after';

/** Renames `Retry-After`: where the SDK sees it, it throws an error that keeps the first digit alone, and no status. */
export const renameRetryAfter: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) => {
  // its type leaves out the methods that it has
  const renaming = new DecoratorHandler(handler) as Required<Dispatcher.DispatchHandler>;
  const start = renaming.onResponseStart.bind(renaming);
  renaming.onResponseStart = (controller, status, headers, message) => {
    const { 'retry-after': value, ...others } = headers;
    start(controller, status, value === undefined ? headers : { ...others, [RETRY_AFTER]: value }, message);
  };
  return dispatch(options, renaming);
};
