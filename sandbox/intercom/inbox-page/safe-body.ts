// A stored body as HTML that is safe in a page: simple tags, no addresses but web and mail, nothing loaded from elsewhere.
import { raw } from "hono/html";
import sanitizeHtml from "sanitize-html";

const LINK = { target: "_blank", rel: "noopener noreferrer nofollow" };

/** An image would tell its host who reads: a link to it says as much. */
function imageToLink(_tag: string, { src, alt }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  return {
    tagName: "a",
    attribs: { ...(src ? { href: src } : {}), ...LINK },
    text: `Image: ${alt || "no description"}`,
  };
}

const RULES: sanitizeHtml.IOptions = {
  allowedTags: ["p", "br", "b", "strong", "i", "em", "u", "a", "ul", "ol", "li", "h1", "h2", "code", "pre"],
  allowedAttributes: { a: ["href", "target", "rel"] },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowProtocolRelative: false,
  transformTags: {
    a: (_tag, { href }) => ({ tagName: "a", attribs: { ...(href ? { href } : {}), ...LINK } }),
    img: imageToLink,
    // Headings of a message are not headings of the page.
    h1: "strong",
    h2: "strong",
  },
};

/** The stand-in has cleaned bodies once as it took them; the page trusts nobody and cleans them again. */
export const safeBody = (body: string | null) => raw(body === null ? "" : sanitizeHtml(body, RULES));

/** The address when it is one of the web, else undefined. */
export const safeAddress = (url: string): string | undefined => (/^https?:\/\//i.test(url) ? url : undefined);
