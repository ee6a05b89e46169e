using System.Globalization;
using System.Text;

namespace ActorKube.Api.Serialization;

/// <summary>Where a reader stands in a document: cheap to keep, turned into text only for a message.</summary>
internal struct DecodePath
{
    private Segment[] _segments = new Segment[8];
    private int _depth = -1;

    public DecodePath()
    {
    }

    /// <summary>Into an object of the named type, or into a map (null).</summary>
    public void Enter(string? type)
    {
        if (++_depth == _segments.Length)
        {
            Array.Resize(ref _segments, _depth * 2);
        }

        _segments[_depth] = new Segment(type) { Index = -1 };
    }

    public void Leave() => _depth--;

    public readonly void Set(string name)
    {
        _segments[_depth].Name = name;
        _segments[_depth].Index = -1;
    }

    /// <summary>Item of the list that is the value of the current field.</summary>
    public readonly void Index(int index)
    {
        if (_depth >= 0)
        {
            _segments[_depth].Index = index;
        }
    }

    /// <summary><c>struct field Type.path.to.field </c>, or <c>value </c> at the document's root.</summary>
    public readonly string GoTarget()
    {
        if (_depth < 0)
        {
            return "value ";
        }

        var segments = _segments.AsSpan(0, _depth + 1);
        var type = "";
        var names = new List<string>(segments.Length);
        foreach (var segment in segments)
        {
            type = segment.Type ?? type;
            if (segment.Type is not null)
            {
                names.Add(segment.Name ?? "");
            }
        }

        return $"struct field {type}.{string.Join('.', names)} ";
    }

    public override readonly string ToString()
    {
        var text = new StringBuilder();
        foreach (var segment in _segments.AsSpan(0, _depth + 1))
        {
            text.Append(text.Length > 0 ? "." : "").Append(segment.Name);
            if (segment.Index >= 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{segment.Index}]");
            }
        }

        return text.ToString();
    }

    private struct Segment(string? type)
    {
        public readonly string? Type = type;
        public string? Name;
        public int Index;
    }
}
