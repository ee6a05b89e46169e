namespace ActorKube.Engine.Timing;

/// <summary>Timers, the next one first. Each knows its place, so that any can be taken out.</summary>
internal sealed class TimerHeap
{
    private readonly List<HeapTimer> _timers = [];

    public HeapTimer? First => _timers.Count > 0 ? _timers[0] : null;

    /// <param name="timer">One that isn't in it.</param>
    public void Add(HeapTimer timer)
    {
        _timers.Add(timer);
        Rise(timer, _timers.Count - 1);
    }

    /// <param name="timer">Nothing happens if it isn't in it.</param>
    public void Remove(HeapTimer timer)
    {
        var place = timer.Place;
        if (place == HeapTimer.Nowhere)
        {
            return;
        }

        timer.Place = HeapTimer.Nowhere;
        var last = _timers[^1];
        _timers.RemoveAt(_timers.Count - 1);
        if (last == timer)
        {
            return;
        }

        // The last one comes in its place, and goes up or down from there.
        Put(last, place);
        Sink(last, place);
        Rise(last, last.Place);
    }

    private void Rise(HeapTimer timer, int place)
    {
        while (place > 0 && (place - 1) / 2 is var parent && timer.Due < _timers[parent].Due)
        {
            Put(_timers[parent], place);
            place = parent;
        }

        Put(timer, place);
    }

    private void Sink(HeapTimer timer, int place)
    {
        for (var child = (place * 2) + 1; child < _timers.Count; child = (place * 2) + 1)
        {
            if (child + 1 < _timers.Count && _timers[child + 1].Due < _timers[child].Due)
            {
                child++;
            }

            if (timer.Due <= _timers[child].Due)
            {
                break;
            }

            Put(_timers[child], place);
            place = child;
        }

        Put(timer, place);
    }

    private void Put(HeapTimer timer, int place)
    {
        _timers[place] = timer;
        timer.Place = place;
    }
}
