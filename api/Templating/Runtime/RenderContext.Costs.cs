using System.Runtime.CompilerServices;
using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Runtime;

internal sealed partial class RenderContext
{
    /// <summary>Characters that a built-in function works through for one step.</summary>
    private const int CharactersPerStep = 32;

    /// <summary>Comparisons of a character that a search for text makes for one step, if the text is the worst for it.</summary>
    private const int ComparisonsPerStep = 2048;

    private const int BytesPerCharacter = 2;
    private const int BytesPerElement = 32;

    /// <summary>Expressions that are no deeper than this always fit into what is left of a stack that was checked.</summary>
    private const int HeightWithoutCheck = 8;

    private int _stepsLeft;
    private long _bytesLeft;
    private int _callDepth;

    /// <summary>Pays for one unit of work.</summary>
    public void Step(Node place)
    {
        if (--_stepsLeft < 0) throw OutOfSteps(place);
    }

    /// <summary>Pays for an expression, and makes sure that the stack holds all that lies below it.</summary>
    public void StepInto(Expression place)
    {
        if (--_stepsLeft < 0) throw OutOfSteps(place);
        if (place.Height > HeightWithoutCheck) EnsureStack(place);
    }

    /// <summary>Ends a rendering that the stack of this thread cannot hold.</summary>
    public static void EnsureStack(Node place)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Fail(place, $"Exceeding the depth that the stack allows");
    }

    /// <summary>Pays for many units of work before they are done.</summary>
    public void Steps(Node place, long steps)
    {
        if (steps > _stepsLeft) throw OutOfSteps(place);
        _stepsLeft -= (int)steps;
    }

    /// <summary>Pays for work on text that is only read.</summary>
    public void PayForReading(Node place, long characters) => Steps(place, 1 + (characters / CharactersPerStep));

    /// <summary>Pays for a search of one text in another, which at worst compares all of the one at every place of the other.</summary>
    public void PayForSearch(Node place, string text, string match) => Steps(place, (long)text.Length * match.Length / ComparisonsPerStep);

    /// <summary>Refuses a string value that is too long.</summary>
    public void CheckText(Node place, long characters)
    {
        if (characters > Limits.ValueLength)
            throw Fail(place, $"Exceeding the limit of `{Limits.ValueLength}` characters for a string value");
    }

    /// <summary>Pays for a string value before it is built.</summary>
    public void PayForText(Node place, long characters)
    {
        CheckText(place, characters);
        PayForReading(place, characters);
        PayForBytes(place, characters * BytesPerCharacter);
    }

    /// <summary>Pays for new elements of an array, or members of an object, before they are added.</summary>
    public void PayForElements(Node place, long added, long total)
    {
        if (total > Limits.ListLength)
            throw Fail(place, $"Exceeding the limit of `{Limits.ListLength}` elements");
        Steps(place, 1 + (added / 4));
        PayForBytes(place, (added + 1) * BytesPerElement);
    }

    public void PayForBytes(Node place, long bytes)
    {
        _bytesLeft -= bytes;
        if (_bytesLeft < 0) throw Fail(place, $"Exceeding the limit of `{Limits.Allocation}` bytes for everything that a template builds");
    }

    /// <summary>Enters a function, an include or a wrapped block.</summary>
    public void EnterCall(Node place)
    {
        Step(place);
        EnsureStack(place);
        if (++_callDepth > Limits.CallDepth)
            throw Fail(place, $"Exceeding number of recursive depth limit `{Limits.CallDepth}` for node: `{place.Excerpt}`");
    }

    public void LeaveCall() => _callDepth--;

    private TemplateException OutOfSteps(Node place) =>
        Fail(place, $"Exceeding the limit of `{Limits.Steps}` steps: the template takes too long");
}
