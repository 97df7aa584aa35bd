using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Documents;

public static class DocumentRefusals
{
    public static readonly Refusal NotFound = new("document_not_found", RefusalKind.NotFound, "There is no such document.");
    public static readonly Refusal RequisitesMissing = new("requisites_missing", RefusalKind.Conflict, "Requisites that the document needs are missing.");
    public static readonly Refusal NotPaid = new("invoice_not_paid", RefusalKind.Conflict, "An act is made for what has been paid.");
    public static readonly Refusal TopUpHasNoAct = new("top_up_has_no_act", RefusalKind.Conflict, "A top-up yields no act: what the balance pays for does.");
    public static readonly Refusal BonusHasNoAct = new("bonus_has_no_act", RefusalKind.Conflict, "What bonuses paid for yields no act.");
    public static readonly Refusal AlreadyIssued = new("act_already_issued", RefusalKind.Conflict, "These lines stand in an act already.");
    public static readonly Refusal FormatUnknown = new("format_unknown", RefusalKind.Invalid, "Documents are not made in this format.");
    public static readonly Refusal SubjectUnclear = new("document_subject_unclear", RefusalKind.Invalid, "Name the invoice that the document is about, or the payment.");
    public static readonly Refusal LineUnknown = new("invoice_line_unknown", RefusalKind.Invalid, "The invoice has no such line.");
    public static readonly Refusal LinesFixed = new("document_lines_fixed", RefusalKind.Invalid, "Lines can be chosen for an act only: an invoice and a receipt are about the whole sum.");
    public static readonly Refusal NotReady = new("document_not_ready", RefusalKind.Conflict, "The document is not issued yet.");
    public static readonly Refusal TemplateNotFound = new("template_not_found", RefusalKind.NotFound, "There is no template of this name.");
    public static readonly Refusal TemplateBroken = new("template_broken", RefusalKind.Invalid, "The template has errors and was not saved.");
}
