using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;

namespace BillingHeadless.Server.Hosted.Buying;

/// <summary>
/// Says in the buyer's words what is wrong with a checkout. Everything that can be seen from the form alone is said at once;
/// what only the rules know comes as a refusal.
/// </summary>
public static class CheckoutErrors
{
    public const string Consents = "consents";

    public static IReadOnlyList<FieldError> Find(Visit visit, CheckoutInput input, IReadOnlyList<CheckoutField> fields, IReadOnlyList<Agreement> agreements)
    {
        List<FieldError> errors = [];
        if (EmailAddress.Parse(input[CheckoutInput.Email]) is { IsAccepted: false, Problem: { } problem })
        {
            errors.Add(new FieldError(CheckoutInput.Email, visit.Texts.Text($"problems.email.{problem}")));
        }

        foreach (var field in fields)
        {
            if (Find(visit, input[CheckoutInput.NameOf(field)], field) is { } text)
            {
                errors.Add(new FieldError(CheckoutInput.NameOf(field), text));
            }
        }

        if (agreements.Any(agreement => !input.Consents.Contains(agreement.Id.Value)))
        {
            errors.Add(new FieldError(Consents, visit.Texts.Text("problems.refusals.consent_missing")));
        }

        return errors;
    }

    /// <summary>A refusal at the fields that it names, or about the whole form.</summary>
    public static IReadOnlyList<FieldError> Of(Visit visit, Refusal refusal)
    {
        var text = visit.Say(refusal);
        var names = refusal.Code == OrderRefusals.LoginRequired.Code ? [CheckoutInput.Email] : refusal.Fields?.Keys.Where(IsField).ToList() ?? [];
        return names.Count > 0 ? [.. names.Select(name => new FieldError(name, text))] : [new FieldError("", text)];
    }

    private static bool IsField(string name) =>
        name == Consents || name.StartsWith("contact.", StringComparison.Ordinal) || name.StartsWith("fields.", StringComparison.Ordinal);

    private static string? Find(Visit visit, string value, CheckoutField field) => field.Kind switch
    {
        CheckoutFieldKind.Portal => PortalAddress.Normalise(value) is { IsAccepted: false, Problem: { } problem } ? visit.Texts.Text($"problems.portal.{problem}") : null,
        _ when value.Length == 0 => field.Required ? visit.Texts.Text("problems.field.missing") : null,
        _ when value.Length > Limits.NameLength => visit.Texts.Text("problems.field.too_long"),
        CheckoutFieldKind.Choice when !field.Options.Contains(value) => visit.Texts.Text("problems.field.not_allowed"),
        _ => null,
    };
}
