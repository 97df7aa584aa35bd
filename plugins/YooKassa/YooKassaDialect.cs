using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.YooKassa;

/// <summary>YooKassa's words of refusal.</summary>
internal sealed class YooKassaDialect : ProviderDialect
{
    public static readonly YooKassaDialect Instance = new();

    /// <summary>Whether the object that was asked for is not there, in YooKassa's own words.</summary>
    public static bool IsNotFound(Answered answer) => answer.Status == 404 && ErrorOf(answer)?.Code == "not_found";

    protected override string? DetailOf(Answered answer) => ErrorOf(answer)?.Description;

    protected override bool SaysNotFound(Answered answer) => IsNotFound(answer);

    private static ErrorAnswer? ErrorOf(Answered answer) => WireText.Read(answer.Body, WireJson.Default.ErrorAnswer);
}
