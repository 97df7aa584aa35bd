namespace BillingHeadless.Templating.Runtime;

/// <summary>An object of the language: members in the order in which they were set.</summary>
internal class TemplateObject
{
    private readonly OrderedDictionary<string, object?> _members;
    private HashSet<string>? _readOnlyMembers;

    public TemplateObject(int capacity = 0) => _members = new OrderedDictionary<string, object?>(capacity, StringComparer.Ordinal);

    /// <summary>Whether no member may be set, as with the built-in objects, which all renderings share.</summary>
    public bool IsReadOnly { get; init; }

    public int Count => _members.Count;

    public IEnumerable<string> Names => _members.Keys;

    public KeyValuePair<string, object?> At(int index) => _members.GetAt(index);

    public bool TryGet(string name, out object? value) => _members.TryGetValue(name, out value);

    public bool Contains(string name) => _members.ContainsKey(name);

    public bool CanSet(string name) => !IsReadOnly && _readOnlyMembers?.Contains(name) != true;

    /// <summary>Sets a member without asking whether it may be set.</summary>
    public void Set(string name, object? value) => _members[name] = value;

    /// <summary>Makes a member read-only, also one that does not exist yet.</summary>
    public void Freeze(string name)
    {
        // An object that is read-only is shared by all renderings.
        if (!IsReadOnly) (_readOnlyMembers ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);
    }

    /// <summary>The object that the word <c>empty</c> stands for: equal to everything that is empty.</summary>
    public static TemplateObject Empty { get; } = new() { IsReadOnly = true };
}
