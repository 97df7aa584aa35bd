namespace BillingHeadless.Templating.Runtime;

/// <summary>A running loop: its variable, and what <c>for</c>, <c>while</c> or <c>tablerow</c> tell about it.</summary>
internal sealed class LoopFrame(string keyword, string? variable, bool isLocal)
{
    private object? _previous;

    /// <summary>The word that names it inside the loop.</summary>
    public string Keyword { get; } = keyword;

    public string? Variable { get; } = variable;

    /// <summary>Whether the variable is a <c>$</c> variable.</summary>
    public bool IsLocal { get; } = isLocal;

    public object? Value { get; set; }

    /// <summary>The loop around it in the same object scope.</summary>
    public LoopFrame? OuterInScope { get; init; }

    /// <summary>The loop around it in the same function or page.</summary>
    public LoopFrame? OuterInCall { get; init; }

    public int Index { get; private set; } = -1;

    /// <summary>How many turns there are; -1 if that is not known, as with <c>while</c>.</summary>
    public int Length { get; init; } = -1;

    /// <summary>Columns of a table row.</summary>
    public int Columns { get; init; } = 1;

    public void Next(object? value)
    {
        _previous = Value;
        Value = value;
        Index++;
    }

    public bool TryGet(string name, out object? value)
    {
        value = name switch
        {
            "index" => Integers.Box(Index),
            "first" => Integers.Box(Index == 0),
            "even" => Integers.Box(Index % 2 == 0),
            "odd" => Integers.Box(Index % 2 != 0),
            "changed" when Length >= 0 => Integers.Box(Index == 0 || !Equals(_previous, Value)),
            "last" when Length >= 0 => Integers.Box(Index == Length - 1),
            "rindex" when Length >= 0 => Integers.Box(Length - Index - 1),
            "length" when Length >= 0 => Integers.Box(Length),
            "col" when Keyword == Syntax.Keywords.TableRow => Integers.Box((Index % Columns) + 1),
            _ => null,
        };
        return value is not null;
    }
}
