using System.Collections;

namespace BillingHeadless.Templating.Runtime;

/// <summary>An array of the language: elements, and members that a template attached to it.</summary>
internal sealed class TemplateArray : IReadOnlyList<object?>
{
    private readonly List<object?> _elements;

    public TemplateArray(int capacity = 0) => _elements = new List<object?>(capacity);

    public TemplateArray(ReadOnlySpan<object?> elements)
    {
        _elements = new List<object?>(elements.Length);
        _elements.AddRange(elements);
    }

    /// <summary>The members, if there are any.</summary>
    public TemplateObject? Members { get; private set; }

    public int Count => _elements.Count;

    public object? this[int index]
    {
        get => _elements[index];
        set => _elements[index] = value;
    }

    public void Add(object? element) => _elements.Add(element);

    public void AddRange(IReadOnlyList<object?> elements)
    {
        var count = elements.Count;
        _elements.EnsureCapacity(_elements.Count + count);
        for (var index = 0; index < count; index++) _elements.Add(elements[index]);
    }

    public void Insert(int index, object? element) => _elements.Insert(index, element);

    public void RemoveAt(int index) => _elements.RemoveAt(index);

    public void Reverse() => _elements.Reverse();

    public void Sort(IComparer<object?> comparer)
    {
        // List.Sort is not stable; the language's sort is.
        var sorted = _elements.Order(comparer).ToArray();
        _elements.Clear();
        _elements.AddRange(sorted);
    }

    public void SetMember(string name, object? value) => (Members ??= new TemplateObject()).Set(name, value);

    public IEnumerator<object?> GetEnumerator() => _elements.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
