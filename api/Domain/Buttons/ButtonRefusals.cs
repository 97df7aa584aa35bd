using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Buttons;

public static class ButtonRefusals
{
    public static readonly Refusal NotFound = new("button_not_found", RefusalKind.NotFound, "There is no such button.");
}
