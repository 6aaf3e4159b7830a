// Which tab of a person a record belongs to. Owns the sorting; a kind that nobody sorted is a need or a service.

export type Side = "needs" | "identification" | "documents" | "travel" | "family";

const SIDES: Record<string, Side> = {
  episode: "identification",
  interview: "identification",
  statement: "identification",
  screening: "identification",
  determination: "identification",
  suspect: "identification",
  "justice-matter": "identification",
  document: "documents",
  "evidence-item": "documents",
  evidence: "documents",
  consent: "documents",
  "travel-document": "travel",
  "immigration-matter": "travel",
  movement: "travel",
  "family-contact": "family",
  contact: "family",
};

/** The tab for records of this kind. */
export function sideOf(kind: string): Side {
  return SIDES[kind] ?? "needs";
}

/** Whether a section of the person's own form is about family and home. */
export function isFamily(section: string): boolean {
  return ["contact", "family", "origin"].includes(section);
}
