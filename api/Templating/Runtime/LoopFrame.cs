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

    /// <summary>The place of the value in the list, or the number of the turn where there is no list.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>The number of the turn, from 0.</summary>
    public int Turn { get; private set; } = -1;

    /// <summary>Elements of the list; -1 if there is none, as with <c>while</c>.</summary>
    public int Length { get; init; } = -1;

    /// <summary>How many turns there will be.</summary>
    public int Turns { get; init; }

    /// <summary>Columns of a table row.</summary>
    public int Columns { get; init; } = 1;

    public void Next(object? value, int index)
    {
        _previous = Value;
        Value = value;
        Index = index;
        Turn++;
    }

    public bool TryGet(string name, out object? value)
    {
        value = name switch
        {
            "index" => Integers.Box(Index),
            "first" => Integers.Box(Index == 0),
            "even" => Integers.Box(Index % 2 == 0),
            "odd" => Integers.Box(Index % 2 != 0),
            "changed" when Length >= 0 => Integers.Box(Turn == 0 || !Equals(_previous, Value)),
            "last" when Length >= 0 => Integers.Box(Turn == Turns - 1),
            "rindex" when Length >= 0 => Integers.Box(Length - Index - 1),
            "length" when Length >= 0 => Integers.Box(Length),
            "col" when Keyword == Syntax.Keywords.TableRow => Integers.Box((Turn % Columns) + 1),
            _ => null,
        };
        return value is not null;
    }
}
