// The window's only door to the desk: one function for each command, and refusals as one kind of error.
// Owns the names of the commands and of their arguments; refuses every other way to Tauri.

import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type {
  AnswerTaken,
  AnswerTyped,
  LedgerLine,
  NoticeLine,
  VerifiedView,
  AnchorView,
  AnswerInput,
  AnswerView,
  AuditLine,
  BackupLine,
  BundleView,
  CaseExport,
  CasesExported,
  CasesTaken,
  ChainLine,
  CodeView,
  CorrectionInput,
  DocumentInput,
  DocumentView,
  DossierInput,
  DossierPreview,
  DuplicateView,
  EnrolledView,
  ErasedView,
  ExportInput,
  ExportSummary,
  FieldView,
  FileTaken,
  FileView,
  FormPage,
  GateOverrideInput,
  GatePage,
  IdentificationPage,
  ImportView,
  InboxView,
  LaptopView,
  LinksView,
  LooseLine,
  MovementLine,
  MrzView,
  NewOfficer,
  NewRecord,
  NewVault,
  OfficerLet,
  OfficerLine,
  OfficeView,
  OptionView,
  PastChange,
  PermitAdvance,
  PermitLine,
  PersonPage,
  ProfileView,
  Progress,
  RecordLink,
  RecordPage,
  Refused,
  Released,
  ReleaseInput,
  RescueLine,
  RescuePage,
  RosterChoices,
  RosterLine,
  RosterPreview,
  RosterTaken,
  RosterTarget,
  RowDuplicate,
  Saved,
  SearchHit,
  SettingView,
  StandingPage,
  StatsInput,
  StatsPages,
  StatsReleased,
  StatsView,
  Status,
  SumLine,
  TableOut,
  TableTaken,
  TimelineEntry,
  TodayPage,
  ToldView,
  TrustedView,
  Undone,
  UpdateTaken,
  UpdateView,
  VaultStarted,
} from "./bindings";

export type * from "./bindings";

/** What the desk said instead of doing it. It carries no personal data. */
export class Refusal extends Error {
  constructor(readonly refused: Refused) {
    super(refused.message);
    this.name = "Refusal";
  }
}

/** The refusal behind anything that was thrown; what the desk did not say itself has the code `fault` and no words. */
export function refusedBy(thrown: unknown): Refused {
  if (thrown instanceof Refusal) return thrown.refused;
  const told = thrown as Partial<Refused> | null;
  return {
    code: typeof told?.code === "string" ? told.code : "fault",
    message: typeof told?.code === "string" ? (told.message ?? "") : "",
    recovery: told?.recovery ?? "",
    field: told?.field ?? null,
    at: told?.at ?? null,
    readings: told?.readings ?? [],
    wait_seconds: told?.wait_seconds ?? 0,
  };
}

async function call<T>(command: string, args: Record<string, unknown> = {}): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (thrown) {
    throw new Refusal(refusedBy(thrown));
  }
}

export const status = () => call<Status>("status");
export const setLang = (lang: string) => call<Status>("set_lang", { lang });
export const beginVault = (input: NewVault) => call<VaultStarted>("begin_vault", { input });
export const finishVault = (recoveryKey: string) => call<Status>("finish_vault", { recoveryKey });
export const unlock = (officer: string | null, passphrase: string) => call<Status>("unlock", { officer, passphrase });
export const lock = () => call<Status>("lock");
/** Locks behind a page that says nothing of what the program is. */
export const pause = () => call<Status>("pause");
/** Somebody touched the machine: the desk's clock begins anew. */
export const stir = () => call<null>("stir");
/** Calls off the long work that is under way. */
export const callOff = () => call<null>("call_off");
/** Lends a text that is shown once to the clipboard; gives the seconds until it is taken back. */
export const copySecret = (text: string) => call<number>("copy_secret", { text });
export const keepDraft = (text: string | null) => call<null>("keep_draft", { text });
export const draft = () => call<string | null>("draft");

export const officers = () => call<OfficerLine[]>("officers");
export const officerAdd = (input: NewOfficer) => call<OfficerLet>("officer_add", { input });
export const officerRemove = (name: string) => call<null>("officer_remove", { name });
/** A new passphrase, shown once. */
export const changePassphrase = (old: string) => call<string>("change_passphrase", { old });
export const rekey = () => call<number>("rekey");
export const drill = (sheets: string[]) => call<null>("drill", { sheets });
export const recoverySheet = (sheets: string[], shares: boolean) =>
  call<string | null>("recovery_sheet", { sheets, shares });
export const backups = () => call<BackupLine[]>("backups");
export const backupMake = () => call<BackupLine | null>("backup_make");
export const backupCheck = () => call<AnchorView | null>("backup_check");
export const backupRestore = (passphrase: string) => call<Status | null>("backup_restore", { passphrase });
/** Proves the update that the officer picks; nothing when the officer thinks better of it. */
export const updateCheck = () => call<UpdateView | null>("update_check");
/** Backs up and writes the proven package out; `back` takes an older one on purpose. */
export const updateTake = (back: boolean) => call<UpdateTaken | null>("update_take", { back });
export const auditRows = () => call<AuditLine[]>("audit_rows");
export const auditVerify = () => call<number>("audit_verify");
export const auditAgainst = () => call<AnchorView | null>("audit_against");
export const auditExport = () => call<number | null>("audit_export");

export const loose = () => call<LooseLine[]>("loose");
export const looseDelete = (numbers: number[]) => call<LooseLine[]>("loose_delete", { numbers });
/** Asked about again at the next unlock. */
export const looseKeep = (numbers: number[]) => call<LooseLine[]>("loose_keep", { numbers });
/** Asked about no more. */
export const looseSettle = (numbers: number[], reason: string) => call<LooseLine[]>("loose_settle", { numbers, reason });

export const fillSample = () => call<Status>("fill_sample");

/** Fifty from that one on, newest first; all of them when nothing is said. */
export const rescues = (offset: number, limit: number) => call<RescueLine[]>("rescues", { offset, limit });
export const rescue = (id: string) => call<RescuePage>("rescue", { id });
export const people = (text: string, offset: number, limit: number) =>
  call<RosterLine[]>("people", { text, offset, limit });
export const search = (text: string, limit: number) => call<SearchHit[]>("search", { text, limit });
export const duplicates = (of: string | null) => call<DuplicateView[]>("duplicates", { of });
/** Ids: the decision's own and the deed's, both made by the page. */
export const decideDuplicate = (
  pair: [string, string],
  same: boolean,
  reason: string,
  ids: [string, string],
) => call<RecordPage>("decide_duplicate", { pair, same, reason, ids });
export const rosterDuplicates = () => call<RowDuplicate[]>("roster_duplicates");
export const links = (of: string) => call<LinksView>("links", { of });
export const readMrz = (text: string) => call<MrzView>("read_mrz", { text });
export const statistics = (input: StatsInput) => call<StatsView>("statistics", { input });
export const statisticsRelease = (input: StatsInput, reason: string) =>
  call<StatsReleased | null>("statistics_release", { input, reason });
/** The pages as they would be printed; `dossierPage` shows each. */
export const statisticsPrepare = (input: StatsInput) => call<StatsPages>("statistics_prepare", { input });
export const statisticsPrint = (token: string, reason: string) =>
  call<StatsReleased>("statistics_print", { token, reason });
export const person = (id: string) => call<PersonPage>("person", { id });
export const record = (id: string) => call<RecordPage>("record", { id });
export const timeline = (id: string) => call<TimelineEntry[]>("timeline", { id });
export const form = (kind: string) => call<FormPage>("form", { kind });
export const kinds = () => call<OptionView[]>("kinds");
export const candidates = (kinds: string[], text: string) => call<RecordLink[]>("candidates", { kinds, text });

export const today = (limit: number) => call<TodayPage>("today", { limit });
export const movements = (offset: number) => call<MovementLine[]>("movements", { offset });
export const gate = (of: string[], flight: string) => call<GatePage>("gate", { of, flight });
export const overrideGate = (input: GateOverrideInput) => call<GatePage>("override_gate", { input });
export const permits = (offset: number, limit: number) => call<PermitLine[]>("permits", { offset, limit });
export const advancePermits = (input: PermitAdvance) => call<PermitLine[]>("advance_permits", { input });
export const standing = (id: string) => call<StandingPage>("standing", { id });
export const identification = (id: string) => call<IdentificationPage>("identification", { id });
/** How often each has told the story already. */
export const told = (of: string[]) => call<ToldView[]>("told", { of });
export const chain = (id: string) => call<ChainLine[]>("chain", { id });
export const spending = (id: string) => call<SumLine[]>("spending", { id });

export const recordAnswer = (input: AnswerInput) => call<Saved>("record_answer", { input });
/** The same answer into several records, as one deed. */
export const recordAnswers = (records: string[], input: AnswerInput) =>
  call<Saved[]>("record_answers", { records, input });
export const retract = (record: string, field: string, change: string, deed: string) =>
  call<Saved>("retract", { record, field, change, deed });
export const addRecord = (input: NewRecord) => call<RecordPage>("add_record", { input });
/** Takes records made by mistake off the pages, as one deed that undo takes back. */
export const remove = (records: string[], reason: string, deed: string) => call<RecordLink[]>("remove", { records, reason, deed });
export const correct = (input: CorrectionInput) => call<RecordPage>("correct", { input });
export const undo = () => call<Undone>("undo");
export const redo = () => call<Undone>("redo");

export const rosterPick = () => call<RosterPreview | null>("roster_pick");
export const rosterPaste = (text: string) => call<RosterPreview>("roster_paste", { text });
export const rosterChoose = (choices: RosterChoices) => call<RosterPreview>("roster_choose", { choices });
export const rosterTake = (target: RosterTarget) => call<RosterTaken>("roster_take", { target });
export const casesSummary = (input: CaseExport) => call<ExportSummary>("cases_summary", { input });
export const casesExport = (input: CaseExport) => call<CasesExported | null>("cases_export", { input });
export const casesTake = (deed: string) => call<CasesTaken>("cases_take", { deed });
export const rosterDrop = () => call<null>("roster_drop");

export const dossierProfiles = (lang: string) => call<ProfileView[]>("dossier_profiles", { lang });
export const dossierPrepare = (input: DossierInput) => call<DossierPreview>("dossier_prepare", { input });
export const dossierPage = (token: string, page: number) => call<ArrayBuffer>("dossier_page", { token, page });
export const dossierRelease = (input: ReleaseInput) => call<Released | null>("dossier_release", { input });

export const sheetPrepare = (input: DossierInput, sheet: string) =>
  call<DossierPreview>("sheet_prepare", { input, sheet });
export const dossierPrint = (token: string, reason: string) => call<Released>("dossier_print", { token, reason });
export const ledger = (of: string | null) => call<LedgerLine[]>("ledger", { of });
export const verifyPick = () => call<VerifiedView | null>("verify_pick");
export const receiptPick = (deed: string) => call<AnswerTaken | null>("receipt_pick", { deed });
export const receiptType = (input: AnswerTyped) => call<AnswerTaken>("receipt_type", { input });
export const notices = () => call<NoticeLine[]>("notices");
export const noticePrepare = (copy: number) => call<DossierPreview>("notice_prepare", { copy });
export const noticeSent = (copy: number) => call<null>("notice_sent", { copy });

export const laptop = () => call<LaptopView>("laptop");
export const code = (words: string) => call<CodeView>("code", { words });
export const devices = () => call<TrustedView[]>("devices");
export const deviceTrust = (card: string, office: boolean) => call<LaptopView>("device_trust", { card, office });
export const deviceRevoke = (device: string, reason: string) => call<TrustedView>("device_revoke", { device, reason });
export const office = () => call<OfficeView>("office");
export const officeDistrust = (words: string, reason: string) => call<null>("office_distrust", { words, reason });
export const officeKeyOut = (device: string, reason: string) => call<string | null>("office_key_out", { device, reason });
export const officeKeyIn = () => call<OfficeView | null>("office_key_in");
export const officeFound = () => call<OfficeView>("office_found");
export const requestSave = () => call<string | null>("request_save");
export const requestPick = () => call<LaptopView | null>("request_pick");
export const deviceEnrol = (request: string, words: string) => call<EnrolledView | null>("device_enrol", { request, words });
export const answerPick = () => call<AnswerView | null>("answer_pick");
export const deviceJoin = (answer: string, words: string) => call<OfficeView>("device_join", { answer, words });
export const deviceKey = (reason: string) => call<string | null>("device_key", { reason });
export const bundleExport = (input: ExportInput) => call<BundleView | null>("bundle_export", { input });
export const bundlePick = () => call<BundleView | null>("bundle_pick");
export const bundleTake = () => call<BundleView>("bundle_take");
export const bundleAside = (id: number, aside: boolean) => call<ImportView[]>("bundle_aside", { import: id, aside });
export const inbox = () => call<InboxView>("inbox");
export const settle = (id: string, take: string) => call<FieldView>("settle", { id, take });
export const erase = (reference: string, reason: string) => call<ErasedView>("erase", { reference, reason });
export const cardSave = () => call<string | null>("card_save");
export const cardPick = () => call<LaptopView | null>("card_pick");

export const settings = () => call<SettingView[]>("settings");
export const setSetting = (name: string, value: string, reason?: string) => call<null>("set_setting", { name, value, reason });
export const peopleCount = () => call<number>("people_count");
export const tableTake = (input: TableOut) => call<TableTaken | null>("table_take", { input });
export const rosterDropped = () => call<RosterPreview>("roster_dropped");

export const documentPick = (input: DocumentInput) => call<DocumentView | null>("document_pick", { input });
export const filePick = (record: string, field: string, deed: string) =>
  call<Saved | null>("file_pick", { record, field, deed });
export const filesOf = (id: string) => call<FileView[]>("files_of", { id });
export const fileThumbnail = (id: string, field: string) => call<ArrayBuffer>("file_thumbnail", { id, field });
export const filePage = (id: string, field: string, page: number) =>
  call<ArrayBuffer>("file_page", { id, field, page });
export const fileSave = (id: string, field: string, name: string, reason: string) =>
  call<FileTaken | null>("file_save", { id, field, name, reason });

export const history = (id: string) => call<PastChange[]>("history", { id });
export const restore = (record: string, field: string, change: string, deed: string) =>
  call<Saved>("restore", { record, field, change, deed });
export const openSealed = (record: string, field: string) => call<FieldView>("open_sealed", { record, field });

/** Hears that a file was dropped on the window; which one only the desk knows. Returns how to stop listening. */
export const onDropped = (heard: () => void): Promise<() => void> => listen("file-dropped", heard);

/** Hears how far long work has come, and nothing when it is over. Returns how to stop listening. */
export const onProgress = (heard: (come: Progress | null) => void): Promise<() => void> =>
  listen<Progress | null>("progress", (event) => heard(event.payload));
