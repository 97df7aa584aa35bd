using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Sandbox;

/// <summary>The provider's words of refusal.</summary>
/// <param name="notFoundCode">The permanent code of an operation that it does not know.</param>
internal sealed class SandboxDialect(string notFoundCode) : ProviderDialect
{
    public const string AccountUnknown = "account_unknown";

    public static ProblemAnswer? ProblemOf(Answered answer) =>
        answer.Status >= 400 ? WireText.Read(answer.Body, WireJson.Default.ProblemAnswer) : null;

    protected override string? DetailOf(Answered answer) => ProblemOf(answer)?.Detail;

    // A key without an account has no operations.
    protected override bool SaysNotFound(Answered answer) => ProblemOf(answer)?.Code is { } code && (code == notFoundCode || code == AccountUnknown);
}
