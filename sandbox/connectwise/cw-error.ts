// Errors as ConnectWise answers them: a code, a message, and details by field.
export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
  readonly resource?: string;
  readonly field?: string;
}

export class CwError extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly ErrorDetail[];

  constructor(status: number, code: string, message: string, errors: readonly ErrorDetail[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  body() {
    return { code: this.code, message: this.message, errors: this.errors };
  }
}

export function notFound(what: string): CwError {
  return new CwError(404, "NotFound", `${what} not found`);
}

export function forbidden(what: string): CwError {
  return new CwError(
    403,
    "SecurityError",
    `You do not have security permission to perform this action: ${what}`,
  );
}

export function badField(field: string, message: string): CwError {
  return new CwError(400, "InvalidObject", "The request is invalid", [
    { code: "InvalidField", message, resource: "query", field },
  ]);
}

/** What a 500 looks like when it is a timeout of the database: inject it as a fault's body. */
export const TIMEOUT_BODY = {
  code: "Exception",
  message: "An exception has occurred: Execution Timeout Expired. The timeout period elapsed.",
  errors: [],
} as const;
