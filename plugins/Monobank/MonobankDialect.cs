using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Monobank;

/// <summary>monobank's words of refusal.</summary>
internal sealed class MonobankDialect : ProviderDialect
{
    public static readonly MonobankDialect Instance = new();

    /// <summary>Whether there is no such thing, in monobank's own words.</summary>
    public static bool IsNotFound(Answered answer) => answer.Status == 404 && ErrorOf(answer)?.ErrCode == "NOT_FOUND";

    protected override string? DetailOf(Answered answer) => ErrorOf(answer)?.ErrText;

    protected override bool SaysNotFound(Answered answer) => IsNotFound(answer);

    private static ErrorAnswer? ErrorOf(Answered answer) => WireText.Read(answer.Body, WireJson.Default.ErrorAnswer);
}
