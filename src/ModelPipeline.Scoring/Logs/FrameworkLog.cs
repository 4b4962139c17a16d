using System.Text.Json;

namespace ModelPipeline.Scoring.Logs;

/// <summary>Brings the framework's warnings and errors into the service's log.</summary>
internal sealed class FrameworkLog(JsonLog log) : ILoggerProvider
{
    /// <summary>The least level that is brought over.</summary>
    public const LogLevel Least = LogLevel.Warning;

    public ILogger CreateLogger(string categoryName) => new CategoryLogger(categoryName, log);

    public void Dispose()
    {
    }

    private sealed class CategoryLogger(string category, JsonLog log) : ILogger
    {
        private const int LongestText = 400;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is >= Least and not LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel is LogLevel.Warning)
                log.Warning("framework", json => Write(json, formatter(state, exception), exception));
            else if (IsEnabled(logLevel))
                log.Error("framework", json => Write(json, formatter(state, exception), exception));
        }

        private void Write(Utf8JsonWriter json, string text, Exception? exception)
        {
            json.WriteString("category", category);
            json.WriteString("text", QuotedText.Escape(text, LongestText));
            if (exception is not null)
                ExceptionFacts.Write(json, exception);
        }
    }
}
