namespace ActorKube.Api.Apply;

/// <summary>The steps of a list so far. They stand in the buffer; nothing is copied.</summary>
internal ref struct SeenSteps(RollbackBuffer buffer, Span<Range> steps)
{
    private readonly Span<Range> _steps = steps;
    private int _count;

    /// <returns>False if the step that begins here came before, or if the list is too long.</returns>
    public bool TryAdd(int start)
    {
        var step = buffer.Written[start..];
        foreach (var seen in _steps[.._count])
        {
            if (buffer.Written[seen].SequenceEqual(step))
            {
                return false;
            }
        }

        if (_count == _steps.Length)
        {
            return false;
        }

        _steps[_count++] = start..buffer.Length;
        return true;
    }
}
