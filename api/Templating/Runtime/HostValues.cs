using System.Collections;
using System.Numerics;

namespace BillingHeadless.Templating.Runtime;

/// <summary>What a host may hand to a template. Anything else is refused by its type alone: nothing is ever asked of it.</summary>
internal static class HostValues
{
    /// <summary>The value as the language knows it; false if its type is not allowed.</summary>
    public static bool TryAdmit(object? value, out object? admitted)
    {
        admitted = value;
        switch (value)
        {
            case null or string or bool or int or TemplateObject or TemplateArray or decimal or SafeText or TemplateFunction:
            case long or double or float or BigInteger or DateTime or DateTimeOffset or TimeSpan or LoopFrame or IntegerRange or WrappedBlock:
            case IReadOnlyDictionary<string, object?> or IReadOnlyList<object?>:
                return true;
            case DateOnly date:
                admitted = date.ToDateTime(TimeOnly.MinValue);
                return true;
            case byte or sbyte or short or ushort:
                admitted = Integers.Box(Convert.ToInt32(value));
                return true;
            case uint number:
                admitted = Integers.Smallest(number);
                return true;
            case ulong number:
                admitted = Integers.Smallest((BigInteger)number);
                return true;
            case char letter:
                admitted = letter.ToString();
                return true;
            case IDictionary members:
                return TryCopy(members, out admitted);
            case IEnumerable elements:
                return TryCopy(elements, out admitted);
            default:
                return false;
        }
    }

    private static bool TryCopy(IDictionary members, out object? admitted)
    {
        var copy = new TemplateObject(members.Count) { IsReadOnly = true };
        admitted = copy;
        foreach (DictionaryEntry member in members)
        {
            if (member.Key is not string name) return false;
            copy.Set(name, member.Value);
        }

        return true;
    }

    private static bool TryCopy(IEnumerable elements, out object? admitted)
    {
        var copy = new TemplateArray();
        admitted = copy;
        foreach (var element in elements) copy.Add(element);
        return true;
    }
}
