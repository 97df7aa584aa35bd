namespace BillingHeadless.Templating.Syntax;

/// <summary>The operators and brackets of the language.</summary>
internal static class Punctuation
{
    private static readonly (string Text, TokenKind Kind)[] ByLength =
    [
        ("..<", TokenKind.RangeExclusive), ("...", TokenKind.Variadic), ("??=", TokenKind.CoalesceAssign),
        ("//=", TokenKind.DivideRoundAssign),
        ("..", TokenKind.Range), ("?.", TokenKind.OptionalDot), ("??", TokenKind.Coalesce), ("?!", TokenKind.NotCoalesce),
        ("|>", TokenKind.Pipe), ("||", TokenKind.Or), ("&&", TokenKind.And), ("==", TokenKind.Equal), ("!=", TokenKind.NotEqual),
        ("<=", TokenKind.LessOrEqual), ("<<", TokenKind.ShiftLeft), (">=", TokenKind.GreaterOrEqual), (">>", TokenKind.ShiftRight),
        ("++", TokenKind.Increment), ("+=", TokenKind.PlusAssign), ("--", TokenKind.Decrement), ("-=", TokenKind.MinusAssign),
        ("*=", TokenKind.MultiplyAssign), ("//", TokenKind.DivideRound), ("/=", TokenKind.DivideAssign), ("%=", TokenKind.ModulusAssign),
        ("\n", TokenKind.NewLine), (";", TokenKind.SemiColon), ("(", TokenKind.OpenParenthesis), (")", TokenKind.CloseParenthesis),
        ("[", TokenKind.OpenBracket), ("]", TokenKind.CloseBracket), ("{", TokenKind.OpenBrace), ("}", TokenKind.CloseBrace),
        (".", TokenKind.Dot), (",", TokenKind.Comma), (":", TokenKind.Colon), ("?", TokenKind.Question), ("|", TokenKind.Pipe),
        ("!", TokenKind.Not), ("=", TokenKind.Assign), ("<", TokenKind.Less), (">", TokenKind.Greater), ("+", TokenKind.Plus),
        ("-", TokenKind.Minus), ("*", TokenKind.Multiply), ("/", TokenKind.Divide), ("%", TokenKind.Modulus), ("^", TokenKind.Caret),
        ("@", TokenKind.At),
    ];

    private static readonly (string Text, TokenKind Kind)[][] ByFirst = GroupByFirst();

    /// <summary>The longest operator at a place, with length 0 if there is none.</summary>
    public static (TokenKind Kind, int Length) At(string text, int index)
    {
        var first = text[index];
        if (first >= ByFirst.Length) return (TokenKind.EndOfFile, 0);
        foreach (var (candidate, kind) in ByFirst[first])
        {
            if (string.CompareOrdinal(text, index, candidate, 0, candidate.Length) == 0) return (kind, candidate.Length);
        }

        return (TokenKind.EndOfFile, 0);
    }

    private static (string Text, TokenKind Kind)[][] GroupByFirst()
    {
        var groups = new (string, TokenKind)[128][];
        for (var first = 0; first < groups.Length; first++)
            groups[first] = [.. ByLength.Where(one => one.Text[0] == first)];
        return groups;
    }
}
