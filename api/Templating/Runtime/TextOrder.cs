namespace BillingHeadless.Templating.Runtime;

/// <summary>The order of strings: letters before their case, small before capital, everything else by code point.</summary>
internal static class TextOrder
{
    public static int Compare(string left, string right)
    {
        var shared = Math.Min(left.Length, right.Length);
        for (var index = 0; index < shared; index++)
        {
            var order = Folded(left[index]).CompareTo(Folded(right[index]));
            if (order != 0) return order;
        }

        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : -string.CompareOrdinal(left, right);
    }

    private static char Folded(char character) => char.IsLetter(character) ? char.ToLowerInvariant(character) : character;
}
