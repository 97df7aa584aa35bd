namespace BillingHeadless.Domain.Merchants;

/// <summary>What a secret key may do: an area with <c>:read</c> or <c>:write</c> (which includes reading), or <c>*</c>.</summary>
public static class Scope
{
    public const string Everything = "*";

    public static IReadOnlyList<string> Areas { get; } =
        ["catalog", "orders", "payments", "refunds", "customers", "documents", "settings", "events"];

    public static bool IsKnown(string scope) => scope == Everything || (Split(scope) is var (area, right) && Areas.Contains(area) && right is "read" or "write");

    /// <summary>Whether the scopes that a key has include the one that a call needs.</summary>
    public static bool Allows(IReadOnlyList<string> granted, string needed)
    {
        if (granted.Contains(Everything) || granted.Contains(needed))
        {
            return true;
        }

        var (area, right) = Split(needed);
        return right == "read" && granted.Contains(area + ":write");
    }

    private static (string Area, string Right) Split(string scope) =>
        scope.Split(':') is [var area, var right] ? (area, right) : (scope, "");
}
