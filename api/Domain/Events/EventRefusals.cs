using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Events;

public static class EventRefusals
{
    public static readonly Refusal NotFound = new("event_not_found", RefusalKind.NotFound, "There is no such event.");
}
