// A refusal in Intercom's form: `{type: "error.list", request_id, errors: [{code, message, field}]}`.

export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | null;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { field?: string; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.field = more.field ?? null;
    this.headers = more.headers ?? {};
  }
}

export function buildErrorList(
  requestId: string,
  code: string,
  message: string,
  field: string | null = null,
) {
  const error = field === null ? { code, message } : { code, message, field };
  return { type: "error.list", request_id: requestId, errors: [error] };
}

export const invalid = (message: string, field?: string) =>
  new ApiError(400, "parameter_invalid", message, field === undefined ? {} : { field });

export const missing = (message: string, field?: string) =>
  new ApiError(400, "parameter_not_found", message, field === undefined ? {} : { field });

export const notFound = (message = "Resource Not Found", code = "not_found") =>
  new ApiError(404, code, message);
