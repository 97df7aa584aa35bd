namespace BillingHeadless.Domain.Kernel;

/// <summary>The moves that a state may make. What is not in the table does not happen: it is refused, never ignored.</summary>
public sealed class Transitions<TState>(params (TState From, TState To)[] moves)
    where TState : struct, Enum
{
    private readonly HashSet<(TState From, TState To)> allowed = [.. moves];

    public IReadOnlyCollection<(TState From, TState To)> Moves => allowed;

    public bool Allow(TState from, TState to) => allowed.Contains((from, to));

    /// <summary>The new state.</summary>
    /// <exception cref="ImpossibleMoveException">The move is not in the table: a rule above should have refused it.</exception>
    public TState Move(TState from, TState to) => Allow(from, to)
        ? to
        : throw new ImpossibleMoveException($"{typeof(TState).Name} cannot go from {from} to {to}.");
}

/// <summary>A state was to make a move that its table does not have.</summary>
public sealed class ImpossibleMoveException(string message) : InvalidOperationException(message);
