/** The page's C# side, which numbers its questions, waits as long as it likes and drops what comes too late. */
export interface Host {
  invokeMethodAsync(method: string, ...values: unknown[]): Promise<unknown>;
}

/** Hands a promise's end to the page under the question's number, in the shape of SEP-43: a value, or `error` in it. */
export function answer(host: Host, id: number, question: Promise<unknown>): void {
  question
    .catch((fault: unknown) => ({ error: { code: -1, message: String(fault) } }))
    .then(value => host.invokeMethodAsync('Answered', id, value))
    .catch(() => { /* The page has gone, and with it whoever asked. */ });
}
