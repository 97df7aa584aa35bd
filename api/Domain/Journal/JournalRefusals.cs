using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Journal;

public static class JournalRefusals
{
    public static readonly Refusal ExportTooLong = new("export_too_long", RefusalKind.Conflict, "The journal has more lines than one file may have: narrow it by from and to.");
}
