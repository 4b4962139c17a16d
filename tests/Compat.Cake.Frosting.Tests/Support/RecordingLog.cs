using Cake.Core.Diagnostics;

namespace Cake.Frosting.Tests.Support;

internal sealed class RecordingLog : ICakeLog
{
    private readonly List<string> _lines = [];

    public Verbosity Verbosity { get; set; }

    public IReadOnlyList<string> Lines => _lines;

    public void Write(Verbosity verbosity, LogLevel level, string format, params object[] args)
    {
        if (verbosity <= Verbosity)
            _lines.Add($"{level}: {string.Format(format, args)}");
    }
}
