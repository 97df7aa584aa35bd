using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Language;

namespace BillingHeadless.Domain.Merchants;

/// <summary>Finds what the fields of a checkout's contact form cannot be.</summary>
public static class CheckoutFieldsCheck
{
    private const string List = "checkoutFields";
    private const string Email = "email";
    private const int MaximumNameLength = 40;
    private const int MaximumLabelLength = 200;
    private const int MaximumOptions = 50;

    public static void Check(FieldProblems problems, IReadOnlyList<CheckoutField> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            Check(problems, fields[i], $"{List}[{i}]");
        }

        var names = fields.Select(field => field.Name).ToList();
        problems.AddUnless(names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count, List, "Each name can stand once.");
    }

    private static void Check(FieldProblems problems, CheckoutField field, string path)
    {
        problems.AddUnless(IsName(field.Name), $"{path}.name", $"Must have 1 to {MaximumNameLength} latin letters, digits or underscores, a letter first.");
        problems.AddUnless(!field.Name.Equals(Email, StringComparison.OrdinalIgnoreCase), $"{path}.name", "The e-mail is always asked: it is not a field of its own.");
        problems.AddUnless(
            field.Kind == CheckoutFieldKind.Portal == (field.Name == CheckoutField.PortalName),
            $"{path}.kind",
            $"The field of the kind portal, and only it, is called {CheckoutField.PortalName}.");
        problems.AddUnless(OptionsFit(field), $"{path}.options", $"A choice has 1 to {MaximumOptions} different options; other kinds have none.");
        problems.AddUnless(field.Labels.All(IsLabel), $"{path}.labels", $"Must be texts of 1 to {MaximumLabelLength} characters by language: {string.Join(", ", LanguageCode.All)}.");
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaximumNameLength
        && char.IsAsciiLetter(name[0])
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    private static bool OptionsFit(CheckoutField field) => field.Kind == CheckoutFieldKind.Choice
        ? field.Options.Count is > 0 and <= MaximumOptions && field.Options.Distinct().Count() == field.Options.Count
        : field.Options.Count == 0;

    private static bool IsLabel(KeyValuePair<string, string> label) =>
        LanguageCode.All.Any(language => language.Code == label.Key) && !string.IsNullOrWhiteSpace(label.Value) && label.Value.Length <= MaximumLabelLength;
}
