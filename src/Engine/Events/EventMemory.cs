namespace ActorKube.Engine.Events;

/// <summary>The names of recent events, the oldest forgotten first. For one caller at a time.</summary>
internal sealed class EventMemory(int capacity)
{
    private readonly Dictionary<EventIdentity, string> _names = [];
    private readonly Queue<EventIdentity> _order = new();

    public string? Find(EventIdentity identity) => _names.GetValueOrDefault(identity);

    public void Add(EventIdentity identity, string name)
    {
        if (!_names.TryAdd(identity, name))
        {
            _names[identity] = name;
            return;
        }

        _order.Enqueue(identity);
        if (_order.Count > capacity)
        {
            _names.Remove(_order.Dequeue());
        }
    }
}
