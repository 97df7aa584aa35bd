using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace BillingHeadless.Server.Platform.Http.Shapes;

/// <summary>A list or a map with a bounded number of entries, none of which is null.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CountAttribute(int length) : MaxLengthAttribute(length)
{
    public override bool IsValid(object? value) => Given.Value(value) switch
    {
        IDictionary map => Holds(map.Values),
        ICollection list => Holds(list),
        _ => true,
    };

    private bool Holds(ICollection entries) => entries.Count <= Length && entries.Cast<object?>().All(entry => entry is not null);

    public override string FormatErrorMessage(string name) => $"Must have {Length} entries at most, none of them null.";
}
