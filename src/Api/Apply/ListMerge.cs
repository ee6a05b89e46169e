using System.Text.Json.Nodes;

namespace ActorKube.Api.Apply;

/// <summary>
/// Merges two lists of items with identities. Items that both have keep the order of the applied list; items of only one list
/// stay near their neighbours.
/// </summary>
internal sealed class ListMerge
{
    private readonly List<(string Element, JsonNode? Item)> _live;
    private readonly List<(string Element, JsonNode? Item)> _applied;
    private readonly Func<Slot, Slot, Slot> _merge;
    private readonly Dictionary<string, Slot> _liveByElement = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Slot> _appliedByElement = new(StringComparer.Ordinal);
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly Queue<string> _shared = new();
    private readonly JsonArray _result = [];

    public ListMerge(List<(string Element, JsonNode? Item)> live, List<(string Element, JsonNode? Item)> applied, Func<Slot, Slot, Slot> merge)
    {
        (_live, _applied, _merge) = (live, applied, merge);
        foreach (var (element, item) in live)
        {
            // Items that are there several times can't be merged with: they read as null.
            _liveByElement[element] = Slot.Of(_liveByElement.ContainsKey(element) ? null : item);
        }

        foreach (var (element, item) in applied)
        {
            if (!_appliedByElement.TryAdd(element, Slot.Of(item)))
            {
                throw new ApplyException(ApplyError.Untyped, $"duplicate entries for key {PathElement.Print(element)}");
            }

            if (_liveByElement.ContainsKey(element))
            {
                _shared.Enqueue(element);
            }
        }
    }

    /// <summary>Walks both lists at once. The next item that both have decides which of them may move.</summary>
    public JsonArray Run()
    {
        int left = 0, right = 0;
        _shared.TryDequeue(out var nextShared);
        while (left < _live.Count || right < _applied.Count)
        {
            if (left < _live.Count)
            {
                var (element, item) = _live[left];
                if (right < _applied.Count && element == _applied[right].Element)
                {
                    Merge(element);
                    left++;
                    right++;
                    _shared.TryDequeue(out nextShared);
                    continue;
                }

                if (!_appliedByElement.ContainsKey(element))
                {
                    Append(_merge(Slot.Of(item), Slot.Absent));
                    left++;
                    continue;
                }

                if (right < _applied.Count && nextShared is not null && nextShared != element)
                {
                    // An item of both whose turn it isn't yet: the applied list places it.
                    left++;
                    continue;
                }

                if (_done.Contains(element))
                {
                    left++;
                }
            }

            if (right < _applied.Count)
            {
                var element = _applied[right++].Element;
                Merge(element);
                if (nextShared == element)
                {
                    _shared.TryDequeue(out nextShared);
                }
            }
        }

        return _result;
    }

    private void Merge(string element)
    {
        _done.Add(element);
        Append(_merge(_liveByElement.GetValueOrDefault(element), _appliedByElement[element]));
    }

    private void Append(Slot item)
    {
        if (item.IsPresent)
        {
            _result.Add(item.Value);
        }
    }
}
