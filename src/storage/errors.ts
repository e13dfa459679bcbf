/** A store cannot be used. The message says which, and what to do. */
export class StorageError extends Error {
  override name = 'StorageError';
}
