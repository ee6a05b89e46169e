namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Pause;

/// <summary>A few instructions with labels: enough of an assembler for a program of twenty lines.</summary>
internal sealed class MachineCode
{
    private readonly List<byte> _bytes = [];
    private readonly Dictionary<string, int> _labels = new(StringComparer.Ordinal);
    private readonly List<(string Label, Action<byte[], int> Apply)> _fixups = [];

    /// <summary>The next instruction can be jumped to by this name.</summary>
    public void Label(string name) => _labels.Add(name, _bytes.Count);

    public void Emit(params ReadOnlySpan<byte> bytes) => _bytes.AddRange(bytes);

    /// <summary>Emits an instruction of which a part depends on where a label is.</summary>
    /// <param name="patch">Gets the whole code, the position of this instruction and that of the label.</param>
    public void Emit(ReadOnlySpan<byte> bytes, string label, Action<byte[], int, int> patch)
    {
        var at = _bytes.Count;
        _bytes.AddRange(bytes);
        _fixups.Add((label, (code, target) => patch(code, at, target)));
    }

    public byte[] ToArray()
    {
        var code = _bytes.ToArray();
        foreach (var (label, apply) in _fixups)
        {
            apply(code, _labels[label]);
        }

        return code;
    }
}
